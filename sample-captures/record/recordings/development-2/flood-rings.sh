# SIPp floods several phones with INVITEs and acknowledges nothing: phones ring, and some answer nobody.
draw_place
open_office
add_handsets 8 1.2 '' "\"lines\":$(drawn lines 3 8),\"ring\":$(drawn ring 2 6)"
flooder=$(stranger flooder)
add_attacker flooder "$flooder"
sed "s#User-Agent: .*#User-Agent: $(product flooder)#; s/\[service\]/[field0]/g" "$parts/sipp/flood-invite.xml" >"$scratch/flood.xml"
for n in $(seq "$(drawn targets 5 8)"); do echo "$BLOCK$((19 + n));"; done | write_list "$scratch/called.csv"
printf '%s;\n' "${EXTENSIONS[@]}" >>"$scratch/called.csv"
rate=$(drawn rate 8 25) count=$(drawn count 100 150)
begin
ordinary_day 36
at 14 attack A1 invite_flood flooder 5060 "SIPp sends $count INVITEs, $rate a second, for several phones, which ring, and no ACK." \
    "$(version_of sipp)" env TERM=dumb sipp -sf "$scratch/flood.xml" -nostdin -default_behaviors none -inf "$scratch/called.csv" \
    -i "$flooder" -mi "$flooder" -p 5060 -r "$rate" -m "$count" "$PROXY:5060"
finish A1
