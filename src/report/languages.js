// Appended to the script that registers <pulso-chart> and leaves `viewer` in `scope`: the report in another language.
const languages = document.querySelector('nav');
languages.hidden = false;
languages.addEventListener('click', async ({ target }) => {
    const locale = target.dataset.locale;
    if (!locale) return;
    const { Viewer } = await scope.viewer();
    const held = new Viewer(JSON.parse(document.getElementById('publication').textContent));
    const next = new DOMParser().parseFromString(held.report({ locale }), 'text/html');
    held.free();
    document.title = next.title;
    document.documentElement.lang = locale;
    for (const part of ['main', 'body > footer']) document.querySelector(part).replaceWith(next.querySelector(part));
    for (const button of languages.children) button.ariaPressed = String(button === target);
});
