import { html } from './html.js';

describe('html', () => {
  it('escapes every value, in text and in attributes', () => {
    const hostile = `<script>"'&`;
    expect(html`<p title="${hostile}">${hostile}</p>`.text).toBe('<p title="&lt;script&gt;&quot;&#39;&amp;">&lt;script&gt;&quot;&#39;&amp;</p>');
  });

  it('keeps markup of its own, joins lists and leaves out nothings', () => {
    expect(html`<ul>${['a<b', 'c'].map((text) => html`<li>${text}</li>`)}${null}${undefined}${0}</ul>`.text).toBe('<ul><li>a&lt;b</li><li>c</li>0</ul>');
  });
});
