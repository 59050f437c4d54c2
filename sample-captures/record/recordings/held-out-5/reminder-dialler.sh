# A registered dialler of the place reminds its own users of something, some of whom do not answer.
draw_place
open_office
number=$(drawn users 9 13)
add_handsets "$number" 3
add_users dialler "$NET.$(drawn dialler 100 120)" "${BLOCK}65" "${BLOCK}65"
for round in 1 2; do
    for n in $(seq 0 "$number"); do echo "$BLOCK$((20 + n));${BLOCK}65;${address_of[dialler]};"; done
done | write_list "$scratch/called.csv"
sed 's/min="3000" max="9000"/min="1500" max="4500"/' "$parts/sipp/crowd.xml" >"$parts/sipp/reminds.xml"
sipp_list reminds "$scratch/called.csv" "${address_of[dialler]}" 5062 "$(drawn rate 26 38)" -key agent "$(product dialler)"
begin
ordinary_day 56
incoming+=(reminds)
at 3 start reminds dialler "${list_command[@]}" "$PROXY:5060"
finish
