import {
  Button,
  Cascader,
  ConfigProvider,
  DatePicker,
  Empty,
  InputNumber,
  Select,
  TimePicker,
  TreeSelect,
} from 'antd';
import { createElement } from 'react';
import type { ReactElement } from 'react';
import { antdTheme } from '../tokens/antd-theme.ts';
import type { Theme } from '../tokens/tokens.ts';

const { RangePicker } = DatePicker;

/**
 * Every antd component that may be used, rendered once: the build extracts their styles from this element.
 * A component that is missing here has no styles in the product.
 */
export const extractedElement = (theme: Theme): ReactElement =>
  createElement(
    ConfigProvider,
    { theme: antdTheme(theme) },
    createElement(Button, { type: 'primary' }),
    createElement(DatePicker, {}),
    createElement(RangePicker, {}),
    createElement(TimePicker, {}),
    createElement(Select, { mode: 'multiple' }),
    createElement(TreeSelect, { treeCheckable: true }),
    createElement(Cascader, { multiple: true }),
    createElement(InputNumber, {}),
    createElement(Empty, {}),
  );
