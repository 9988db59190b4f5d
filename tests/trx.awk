# One line a test of a TRX file, with tabs between: passed|failed|skipped, name, message on one line.
# A last line "complete" when the file was written to its end.
# TRX escapes "<" everywhere but in tags, so records that end at "<" are one tag and the text after it.

BEGIN { RS = "<"; OFS = "\t" }

function attribute(name,    from) {
    if (!match($0, "[ \n\t]" name "=\"[^\"]*\"")) return ""
    from = RSTART + length(name) + 3
    return plain(substr($0, from, RSTART + RLENGTH - 1 - from))
}

function plain(text) {
    gsub(/&lt;/, "<", text); gsub(/&gt;/, ">", text); gsub(/&quot;/, "\"", text); gsub(/&apos;/, "'", text)
    gsub(/&#x[0-9A-Fa-f]+;/, " ", text); gsub(/&amp;/, "\\&", text)
    gsub(/[ \t\r\n]+/, " ", text); sub(/^ /, "", text); sub(/ $/, "", text)
    return text
}

function finish() {
    if (inside) print outcome, name, message
    inside = 0
}

/^UnitTestResult[ \n\t]/ {
    finish()
    inside = 1; message = ""; name = attribute("testName"); outcome = attribute("outcome")
    if (outcome == "Passed") outcome = "passed"
    else if (outcome == "NotExecuted" || outcome == "NotRunnable" || outcome == "Pending") outcome = "skipped"
    else outcome = "failed"
    next
}

inside && /^(Message|StdOut)[ >]/ {
    text = $0; sub(/^[^>]*>/, "", text)
    if (message == "") message = plain(text)
}

/^\/Results/ { finish() }
/^\/TestRun/ { print "complete" }
