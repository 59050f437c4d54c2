# A few requests among many calls that no stack sends.
draw_place
open_office
add_handsets 9 1.4
sender=$(stranger sender)
add_attacker sender "$sender"
count=$(drawn count 14 30)
begin
ordinary_day 40
at 12 attack A1 mutation:malformed_messages sender 5060 "A Python program sends $count requests that are beyond the grammar or beyond sense." \
    "a Python program of this directory" "$here/odd-requests" "$sender" 5060 "$PROXY" "${BLOCK}21" "$(drawn odd 1 9999)" "$count" "0.$(drawn gap 3 8)"
finish A1
