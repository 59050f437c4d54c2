# Somebody outside calls phones, says nothing until they hang up, and challenges their BYE with 407: the
# phones answer with a digest of their passwords.
relocate example.net 5060 10.240.77 198.18.14 203.0.113
EXTENSIONS=(1551 1552 1553 1554 1555 1556)
EXISTING='^15[5-6][0-9]$'
WEAK=none
open_office
add_attacker rogue 203.0.113.38
start_office_capture
keep_alive 13
office_day 321 92 14-76
printf '%s\n' SEQUENTIAL >"$scratch/called.csv"
n=0
for extension in 1552 1555 1551 1556; do
    echo "$extension;0120555$((880 + n));" >>"$scratch/called.csv"
    at "$((18 + 14 * (n + 1)))" tell "$extension" accept
    at "$((24 + 14 * (n + 1)))" tell "$extension" hangup
    n=$((n + 1))
done
at 15 attack A1 hijack:rogue_challenge rogue 5060 "One host calls four phones and challenges the BYE with which they hang up; they answer with a digest of their passwords." \
    "$(version_of sipp)" env TERM=dumb sipp -sf "$parts/sipp/challenge-bye.xml" -nostdin -inf "$scratch/called.csv" \
    -i 203.0.113.38 -mi 203.0.113.38 -p 5060 -r 1 -rp 14000 -m 4 -l 4 10.240.77.1:5060
# SIPp ends well only if every BYE came again with Proxy-Authorization.
reached A1 succeeded
play
wait_for A1
close_office
