// What is closed on the screen is printed all the same.
const opened = [];
addEventListener("beforeprint", () => {
  for (const part of document.querySelectorAll("details:not([open])")) {
    part.removeAttribute("name");
    part.open = true;
    opened.push(part);
  }
});
addEventListener("afterprint", () => { for (const part of opened.splice(0)) part.open = false; });

// A cell of a confusion matrix shows its own images in place of all.
for (const matrix of document.querySelectorAll(".mistakes")) {
  const show = id => {
    for (const pair of matrix.querySelectorAll(".pair")) pair.hidden = pair.id !== id;
    for (const cell of matrix.querySelectorAll(".confusion a")) {
      if (cell.hash === `#${id}`) cell.setAttribute("aria-current", "true"); else cell.removeAttribute("aria-current");
    }
  };
  for (const cell of matrix.querySelectorAll(".confusion a")) {
    cell.addEventListener("click", event => {
      event.preventDefault();
      show(cell.hash.slice(1));
      matrix.querySelector(cell.hash).focus({ preventScroll: true });
    });
  }
  const first = matrix.querySelector(".pair");
  if (first) show(first.id);
}
