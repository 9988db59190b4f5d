// Runs in the playground's page before its own scripts. The page learns the id of a post of its own from the answer to its request, and
// stops listening to its stream for good when a reply to that post is there before the answer, as a quick bot's is. So what the stream
// brings waits here until every message of the page's own is answered. window.playgroundHears is true once the stream is open: what comes
// before that the page never shows.
(() => {
    const held = [];
    let unanswered = 0;
    const release = () => {
        while (unanswered === 0 && held.length > 0)
            held.shift()();
    };

    const open = XMLHttpRequest.prototype.open;
    XMLHttpRequest.prototype.open = function (method, url, ...others) {
        if (method.toUpperCase() === "POST" && url.endsWith("/messages")) {
            unanswered++;
            // The page acts on an answer in steps that all come before the next timer.
            this.addEventListener("loadend", () => setTimeout(() => {
                unanswered--;
                release();
            }));
        }
        return open.call(this, method, url, ...others);
    };

    const listen = WebSocket.prototype.addEventListener;
    WebSocket.prototype.addEventListener = function (type, hear, ...others) {
        const patiently = event => {
            held.push(() => hear.call(this, event));
            release();
        };
        if (type === "message" && this.url.includes("/_ws_conversation/"))
            listen.call(this, "open", () => { window.playgroundHears = true; });
        return listen.call(this, type, type === "message" ? patiently : hear, ...others);
    };
})();
