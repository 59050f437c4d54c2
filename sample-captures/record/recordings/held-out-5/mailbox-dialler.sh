# A stranger calls the voicemail many times and tries one PIN by DTMF in each call.
draw_place
VOICEMAIL_PIN=$(drawn pin 1000 9999)
VOICEMAIL_TRIES=1
open_office
add_handsets 7 2
prober=$(stranger prober)
add_attacker prober "$prober"
"$here/dtmf-scenario" "$DOMAIN" 1 >"$parts/sipp/dtmf.xml"
calls=$(drawn calls 9 14) right=$(drawn right 0 1)
for n in $(seq "$calls"); do
    pin=$(one_of "pin$n" "$(drawn "guess$n" 1000 9999)" 1234 0000 1111 2222 7890 "$BLOCK$((20 + n % 7))")
    [ "$right$n" != "1$calls" ] || pin=$VOICEMAIL_PIN
    echo "${BLOCK}99;$(one_of "caller$n" "0555$((n % 10))0144" "$BLOCK$((20 + n % 7))");${pin:0:1};${pin:1:1};${pin:2:1};${pin:3:1};"
done | write_list "$scratch/pins.csv"
sipp_list dtmf "$scratch/pins.csv" "$prober" 5060 "$(drawn rate 19 24)" -key agent "$(product prober)"
begin
ordinary_day 46
at 9 attack A1 password_cracking:voicemail_probing prober 5060 "A stranger calls the voicemail $calls times and tries one PIN by DTMF in each call." \
    "$(version_of sipp)" "${list_command[@]}" "$PROXY:5060"
finish 'A1?'
if grep -q '^pin right' "$scratch/handsets.log"; then reached A1 succeeded && write_truth; fi
