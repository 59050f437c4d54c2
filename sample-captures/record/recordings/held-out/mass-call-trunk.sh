# A programme on television names a number: through the carrier seventy people call it within half a
# minute, each from an own number but all from the carrier's address; most hear that it is busy.
EXTENSIONS=(1001 1002 1003 1004 1005)
open_office
echo "1010 normal" >>"$scratch/users"
add_host hotline 192.0.2.30
phone hotline-registers hotline register -p 5060 -s 1010 -au 1010 -ap secret1010 "$PROXY:5060"
wait_for hotline-registers
start hotline hotline env TERM=dumb sipp -sf "$here/sipp/hotline.xml" -nostdin -i 192.0.2.30 -mi 192.0.2.30 -p 5060 -s 1010
wait_until 10 listens hotline 5060
start_office_capture
keep_alive 11
office_day 116 75 15-60
printf '%s\n' SEQUENTIAL >"$scratch/called.csv"
for n in $(seq 1 70); do echo "1010;0555$((n * 7 % 10))01$((10 + n));" >>"$scratch/called.csv"; done
sed 's/\[field2\]/[local_ip]/g' "$here/sipp/crowd.xml" >"$scratch/inbound.xml"
incoming+=(crowd)
at 18 start crowd provider2 env TERM=dumb sipp -sf "$scratch/inbound.xml" -nostdin -inf "$scratch/called.csv" \
    -i 198.51.100.11 -mi 198.51.100.11 -p 5090 -key agent "Sonus_UAC" -r 3 -m 100 -l 80 192.0.2.1:5060
play
close_office
