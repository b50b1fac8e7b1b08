import { TreeSelect } from 'antd';
import type { ReactElement } from 'react';
import { Field } from '../form/field.tsx';
import type { Bound } from '../form/inputs.tsx';
import { AntdProvider } from './antd-provider.tsx';

export type TreeNode = {
  readonly value: string;
  readonly title: string;
  readonly children?: readonly TreeNode[];
  readonly disabled?: boolean;
};

type TreeFieldProps = {
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  readonly placeholder?: string;
  readonly tree: readonly TreeNode[];
  readonly matches?: (node: TreeNode, typed: string) => boolean;
};

type Given = { value: string; title: string; children?: Given[]; disabled?: boolean };
const given = (nodes: readonly TreeNode[]): Given[] =>
  nodes.map(({ children, ...node }) => ({ ...node, ...(children ? { children: given(children) } : {}) }));

/** One place in a tree: a unit, an area, a category. Typing narrows it. */
export function TreeField(props: TreeFieldProps & Bound<string>): ReactElement {
  const { label, hint, required, error, value, onChange, tree, matches } = props;
  return (
    <Field label={label} hint={hint} error={error} required={required === true}>
      {(control) => (
        <AntdProvider>
          <TreeSelect
            {...control}
            value={value === '' ? undefined : value}
            treeData={given(tree)}
            placeholder={props.placeholder}
            showSearch
            allowClear
            treeLine
            treeDefaultExpandAll={tree.length < 8}
            style={{ width: '100%' }}
            status={error === undefined ? '' : 'error'}
            filterTreeNode={(typed, node) => {
              const text = { value: String(node.value), title: String(node.title) };
              return matches === undefined ? text.title.includes(typed) : matches(text, typed);
            }}
            onChange={(chosen: string | undefined) => onChange(chosen ?? '')}
          />
        </AntdProvider>
      )}
    </Field>
  );
}
