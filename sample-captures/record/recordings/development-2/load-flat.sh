# A laboratory of the place tests the server with calls to a SIPp that answers: a flat load, every call acknowledged and ended.
draw_place
open_office
add_handsets 5 2.5
sed -i 's/chance="0.35"/chance="0"/' "$parts/sipp/hotline.xml"
add_users answerer "$NET.121" "${BLOCK}60" "${BLOCK}60"
add_host lab "$NET.122"
printf '%s\n' SEQUENTIAL "${BLOCK}60;sipp;" >"$scratch/called.csv"
sed 's/\[field2\]/[local_ip]/g; s/min="3000" max="9000"/min="2000" max="4000"/' "$parts/sipp/crowd.xml" >"$scratch/load.xml"
rate=$(drawn rate 2 4) count=$(drawn count 70 95)
begin
ordinary_day 42
incoming+=(load)
at 8 start load lab env TERM=dumb sipp -sf "$scratch/load.xml" -nostdin -inf "$scratch/called.csv" -i "$NET.122" -mi "$NET.122" -p 5061 \
    -key agent "SIPp" -r "$rate" -m "$count" -l "$count" "$PROXY:5060"
finish
