# A monitoring host outside asks phones and users without a phone by OPTIONS whether they live.
draw_place
open_office
number=$(drawn phones 9 14)
add_handsets "$number" 2
add_outsider monitor "$(stranger monitor)"
for round in 1 2 3 4 5; do
    for n in $(seq 0 "$number"); do echo "$BLOCK$((20 + n));"; done
done | write_list "$scratch/asked.csv"
sipp_list asks "$scratch/asked.csv" "${address_of[monitor]}" 5060 $((6 * (number + 1))) -key agent "$(one_of agent 'SolarWinds SIP Monitor' 'blackbox_exporter/0.25' 'uptime-sip 3.1')"
begin
ordinary_day 56
incoming+=(monitor)
at 3 start monitor monitor "${list_command[@]}" "$PROXY:5060"
finish
