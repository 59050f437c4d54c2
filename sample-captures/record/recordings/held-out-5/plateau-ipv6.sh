# A load test over IPv6: SIPp calls a SIPp that answers, through the server, at a flat rate.
MAX_SECONDS=150
BLOCK=$(drawn block 20 88)
MAX_PACKETS=9000
add_host proxy "$PROXY6"
PROXY=[$PROXY6]
start_proxy -A WITH_IPV6 -A WITH_OFFICE -A WITH_ROAMING -A "EXISTING=\"^$BLOCK[0-6][0-9]\$\""
sed 's/chance="0.35"/chance="0"/' "$parts/sipp/hotline.xml" >"$scratch/hotline.xml"
mkdir -p "$scratch/parts" && cp -r "$here/sipp" "$scratch/parts" && cp "$scratch/hotline.xml" "$scratch/parts/sipp" && parts=$scratch/parts
add_users dect 2001:db8::45 "${BLOCK}01" "${BLOCK}10"
add_users answerer 2001:db8::46 "${BLOCK}60" "${BLOCK}60"
add_host provider2 2001:db8::71
CARRIER_CALLING=2001:db8::71
add_host lab 2001:db8::47
printf '%s\n' SEQUENTIAL "${BLOCK}60;sipp;" >"$scratch/called.csv"
sed 's/\[field2\]/[local_ip]/g; s/IN IP4/IN IP[local_ip_type]/g; s/min="3000" max="9000"/min="2000" max="4000"/' "$parts/sipp/crowd.xml" >"$scratch/load.xml"
start_office_capture udp port 5060
keep_alive 7
for n in $(seq 1 10); do
    at "$((n * 4)).$((n * 37 % 100))" incoming "$((5070 + n))" "$BLOCK$(printf %02d $((1 + n * 3 % 10)))" "0555$((n % 10))01$((10 + n * 7))" "$((2 + n % 4))s"
done
incoming+=(load)
at "$(drawn start 6 10)" start load lab env TERM=dumb sipp -sf "$scratch/load.xml" -nostdin -inf "$scratch/called.csv" -i 2001:db8::47 -mi 2001:db8::47 -p 5061 \
    -key agent "SIPp" -r "$(drawn rate 2 5)" -m "$(drawn count 60 95)" -l 100 "$PROXY:5060"
play
close_office
