# The carrier brings a call every 2.3 seconds for five agents, each with a phone of his own; some are busy.
relocate example.com 5060 172.26.3 198.18.171
EXTENSIONS=(901 902 903 904)
EXISTING='^9[0-4][0-9]$'
WEAK=none
open_office
sed -i 's/chance="0.35"/chance="0.3"/' "$parts/sipp/hotline.xml"
for n in 1 2 3 4 5; do add_users "agent$n" "172.26.3.$((30 + n))" "$((920 + n))" "$((920 + n))"; done
start_office_capture
keep_alive 12
office_day 424 84
printf '%s\n' SEQUENTIAL >"$scratch/called.csv"
for n in $(seq 1 28); do echo "$((921 + n * 3 % 5));0555$((n * 7 % 8))06$((10 + n * 19 % 70));" >>"$scratch/called.csv"; done
sed 's/\[field2\]/[local_ip]/g' "$parts/sipp/crowd.xml" >"$scratch/inbound.xml"
incoming+=(inbound)
at 5 start inbound provider2 env TERM=dumb sipp -sf "$scratch/inbound.xml" -nostdin -inf "$scratch/called.csv" \
    -i 198.18.171.11 -mi 198.18.171.11 -p 5091 -key agent "AudioCodes-SBC 7.20" -r 1 -rp 2300 -m 28 -l 20 172.26.3.1:5060
play
close_office
