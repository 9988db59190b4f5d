// Draws cards with Microsoft's own package, and reports what a person sees of each and what their presses send.
// The configuration is as Teams has it where that is known to matter: widths, spacing, at most five buttons a row.
const teams = {
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: "#E1DFDD" },
  supportsInteractivity: true,
  fontFamily: "'Segoe UI', Helvetica, Arial, sans-serif",
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  containerStyles: {
    emphasis: { backgroundColor: "#F3F2F1" },
  },
  actions: { maxActions: 5, buttonSpacing: 8, actionsOrientation: "horizontal", actionAlignment: "left", showCard: { actionMode: "inline", inlineTopMargin: 16 } },
};

function drawAll(cards, width, isOldClient) {
  const { AdaptiveCard, GlobalRegistry, HostConfig, SerializationContext } = window.AdaptiveCards;
  const markdown = window.markdownit();
  AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdown.render(text);
    result.didProcess = true;
  };
  if (isOldClient) GlobalRegistry.actions.unregister("Action.Execute");
  return Object.entries(cards).map(([name, json]) => draw(name, json));

  function draw(name, json) {
    const faults = [];
    const sent = [];
    const card = new AdaptiveCard();
    card.hostConfig = new HostConfig(teams);
    card.onExecuteAction = action => sent.push(action.data?.action ?? "");
    const context = new SerializationContext();

    // The package keeps the place of its last match here and so refuses every second card's language.
    AdaptiveCard.langProperty.regEx.lastIndex = 0;
    card.parse(json, context);
    if (!isOldClient) for (let i = 0; i < context.eventCount; i++) faults.push(context.getEventAt(i).message);
    for (const { property, message } of card.validateProperties().validationEvents ?? []) faults.push(`${property}: ${message}`);

    const place = document.body.appendChild(document.createElement("article"));
    place.style.width = `${width}px`;
    place.id = name;
    const drawn = card.render();
    if (!drawn) return { name, faults: [...faults, "nothing was drawn"], text: "", buttons: [], sent, links: [], values: [] };
    place.appendChild(drawn);

    const box = place.getBoundingClientRect();
    for (const element of place.querySelectorAll("*")) {
      const { left, right, width, height } = element.getBoundingClientRect();
      if (width && height && (left < box.left - 1 || right > box.right + 1)) faults.push(`too wide: ${element.outerHTML.slice(0, 200)}`);
    }

    const buttons = [...place.querySelectorAll(".ac-pushButton")];
    for (const button of buttons) {
      if (!button.offsetWidth || !button.offsetHeight) faults.push(`not to be seen: ${button.innerText}`);
      if ([button, ...button.querySelectorAll("*")].some(part => part.scrollWidth > part.clientWidth + 1)) faults.push(`cut: ${button.innerText}`);
    }

    const report = {
      name,
      faults,
      text: place.innerText,
      buttons: buttons.map(button => button.innerText),
      links: [...place.querySelectorAll("a")].map(link => link.href),
      values: [...place.querySelectorAll("input, textarea")].map(input => input.value),
      tags: [...new Set([...place.querySelectorAll(".ac-textBlock *")].map(element => element.localName))],
    };
    for (const pressed of place.querySelectorAll(".ac-pushButton, .ac-selectable:not(.ac-pushButton)")) pressed.click();
    return { ...report, sent };
  }
}
