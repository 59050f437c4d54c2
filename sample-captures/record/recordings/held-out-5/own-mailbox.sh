# Users of the place listen to the voicemail with the right PIN.
draw_place
VOICEMAIL_PIN=$(drawn pin 1000 9999)
open_office
add_handsets 8 2
add_users desks "$NET.$(drawn desks 100 120)" "${BLOCK}60" "${BLOCK}64"
"$here/dtmf-scenario" "$DOMAIN" 1 >"$parts/sipp/dtmf.xml"
pin=$VOICEMAIL_PIN
for n in $(seq "$(drawn calls 4 6)"); do
    echo "${BLOCK}99;$BLOCK$((60 + n * 2 % 5));${pin:0:1};${pin:1:1};${pin:2:1};${pin:3:1};"
done | write_list "$scratch/pins.csv"
sipp_list dtmf "$scratch/pins.csv" "${address_of[desks]}" 5062 8 -key agent "$(product desks)"
begin
ordinary_day 50
incoming+=(listens)
at 4 start listens desks "${list_command[@]}" "$PROXY:5060"
finish
