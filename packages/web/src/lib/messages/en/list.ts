/** What every list says of itself. */
export const list = {
  views: 'My views',
  saveView: 'Save this view',
  viewName: 'Name of the view',
  nameNeeded: 'Please give it a name',
  dropView: 'Delete view: {name}',
  save: 'Save',
} as const;
