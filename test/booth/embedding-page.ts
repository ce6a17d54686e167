/** A page around the booth, as the web interface will have one: it asks the API for what the booth needs, with the session of the browser. */
export const embeddingPage = (booth: string, ballotId: string): string => `<!doctype html><html lang="ko"><title>parent</title>
<style>html,body{margin:0;height:100%}iframe{border:0;width:100%;height:100%;display:block}</style>
<iframe id="frame" src="${booth}" title="booth"></iframe>
<script>
window.said = [];
const get = async (path) => (await fetch(path)).json();
const base = '/api/me/ballots/${ballotId}';
addEventListener('message', async ({ data, source, origin }) => {
  if (source !== frames[0] || origin !== location.origin) return;
  said.push(data);
  if (data.type !== 'jari-booth/ready') return;
  const [{ specification }, { slot, secret }, { revision, tracker }] = await Promise.all([get('/api/ballots/${ballotId}/specification'), get(base + '/credential'), get(base + '/vote')]);
  frames[0].postMessage({ type: 'jari-booth/open', spec: specification, secret, slot, revision, previousTracker: tracker, language: 'ko', castUrl: base + '/votes', testUrl: base + '/tests' }, location.origin);
});
</script>`;
