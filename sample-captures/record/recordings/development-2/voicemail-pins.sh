# A stranger calls the voicemail again and again and tries PINs by DTMF (INFO), three a call.
draw_place
VOICEMAIL_PIN=$(drawn pin 1000 9999)
open_office
add_handsets 7 2
prober=$(stranger prober)
add_attacker prober "$prober"
"$here/dtmf-scenario" "$DOMAIN" 3 >"$parts/sipp/dtmf.xml"
calls=$(drawn calls 6 9) right=$(drawn right 0 1)
for n in $(seq "$calls"); do
    row="${BLOCK}99;$BLOCK$((20 + n % 7));"
    for m in 0 1 2; do
        pin=$(one_of "pin$n$m" "$(drawn "guess$n$m" 1000 9999)" 1234 0000 1111 4711 2580 9999 2026)
        [ "$right$n$m" != "1${calls}2" ] || pin=$VOICEMAIL_PIN
        row+="${pin:0:1};${pin:1:1};${pin:2:1};${pin:3:1};"
    done
    echo "$row"
done | write_list "$scratch/pins.csv"
sipp_list dtmf "$scratch/pins.csv" "$prober" 5060 "$(drawn rate 11 13)" -key agent "$(product prober)"
begin
ordinary_day 40
at 10 attack A1 password_cracking:voicemail_probing prober 5060 "A stranger calls the voicemail $calls times and tries three PINs by DTMF in each call." \
    "$(version_of sipp)" "${list_command[@]}" "$PROXY:5060"
finish 'A1?'
if grep -q '^pin right' "$scratch/handsets.log"; then reached A1 succeeded && write_truth; fi
