const VIEWS = ['exercise', 'therapist', 'technician'];

/** Shows the view that the address names, so that each can be bookmarked and the back button works. */
export function followViews() {
  function show() {
    const view = VIEWS.includes(location.hash.slice(1)) ? location.hash.slice(1) : VIEWS[0];
    document.body.dataset.view = view;
    for (const link of document.querySelectorAll('nav a')) {
      if (link.dataset.view === view) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
    scrollTo(0, 0);
  }

  addEventListener('hashchange', show);
  show();
}
