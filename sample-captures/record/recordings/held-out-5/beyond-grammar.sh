# Requests that no stack sends, to a server that answers 403 for whoever does not exist.
draw_place
open_office -A WITH_FORBIDDEN
add_handsets 9 1.5
sender=$(stranger sender)
add_attacker sender "$sender"
count=$(drawn count 8 28)
port=$(drawn port 5060 5099)
begin
ordinary_day 42
at "$(drawn start 10 15)" attack A1 mutation:malformed_messages sender "$port" "A Python program sends $count requests that are beyond the grammar or beyond sense." \
    "a Python program of this directory" "$here/odd-requests" "$sender" "$port" "$PROXY" "$BLOCK$(drawn user 20 69)" "$(drawn odd 1 9999)" "$count" "0.$(drawn gap 2 9)"
finish A1
