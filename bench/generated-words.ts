import { marksOf } from '../packages/server/src/demand/fingerprint.ts';
import { asciiJsonOf } from '../packages/server/src/http/json-text.ts';
import { createCutter } from '../packages/server/src/words/cutter.ts';
import { tsvectorOf } from '../packages/server/src/words/tsvector.ts';

const MATTERS =
  '积水 停电 供水不足 招工难 融资 用地 噪声 班车 食堂 排污 消防验收 道路破损 网络中断 围挡 路灯 绿化遮挡 通关 退税'.split(
    ' ',
  );
const PLACES = '东门 西门 一厂 二厂 云汉大道 方正路 万寿路 水土 竹溪路 冷链园 光电园 标准厂房'.split(' ');
const DETAILS =
  '影响三天的原料进场 装卸时间每车增加四十分钟 企业曾向物业反映 请协调有关单位 汛期前需要完成 员工意见较大 已造成停产 希望尽快答复'.split(
    ' ',
  );

/** What generated demands are about: a title, also as it stands on a card, a text, and what both are found by. */
export const words = () => {
  const cutter = createCutter();
  return MATTERS.flatMap((matter, one) =>
    PLACES.map((place, two) => {
      const title = `${place}${matter}`;
      const text = `${title}，${DETAILS[(one + two) % DETAILS.length]}，${DETAILS[(one * 3 + two) % DETAILS.length]}。`;
      // In a JSON text in a JSON text.
      const onCard = asciiJsonOf(title).slice(1, -1).replaceAll('\\', '\\\\');
      return {
        title,
        onCard,
        text,
        tsv: tsvectorOf(cutter.indexTerms(`${title} ${text}`).map((word) => `@TENANT@:${word}`)),
        marks: marksOf(text),
      };
    }),
  );
};
