# A registered announcement system of the place calls the place's own users one after the other, as it does every day.
draw_place
open_office
number=$(drawn users 10 14)
add_handsets "$number" 3
add_users centre "$NET.$(drawn centre 100 120)" "${BLOCK}60" "${BLOCK}60"
for round in 1 2; do
    for n in $(seq 0 $((number - 1))); do echo "$BLOCK$((20 + n));${BLOCK}60;${address_of[centre]};"; done
done | write_list "$scratch/called.csv"
sed 's/min="3000" max="9000"/min="2000" max="5000"/' "$parts/sipp/crowd.xml" >"$parts/sipp/turn.xml"
sipp_list turn "$scratch/called.csv" "${address_of[centre]}" 5062 34 -key agent "Innovaphone Announcements 13r3"
begin
ordinary_day 50
incoming+=(turn)
at 3 start turn centre "${list_command[@]}" "$PROXY:5060"
finish
