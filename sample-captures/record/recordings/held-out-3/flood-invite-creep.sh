# A flood that begins with one INVITE a second and grows by one every five seconds, for one phone.
# A branch office behind address translation telephones meanwhile.
# The proxy's keep-alives have no Max-Forwards and do not name it.
tolerated="neither User-Agent nor Server|no Max-Forwards"
relocate example.org 5060 192.168.44 198.18.210 203.0.113
EXTENSIONS=(221 222 223 224)
EXISTING='^2[2-3][0-9]$'
WEAK=none
open_office -A WITH_NAT -A WITH_ROAMING
add_branch 203.0.113.60 10.9.0 226 227 228
EXTENSIONS=(221 222 223 224 226 227 228)
add_attacker flooder 203.0.113.205
start_office_capture
keep_alive 13
office_day 310 85
at 18 attack A1 invite_flood flooder 5060 "SIPp sends 170 INVITEs for 224, one a second and one more every five seconds, and no ACK." \
    "$(version_of sipp)" env TERM=dumb sipp -sf "$parts/sipp/flood-invite.xml" -nostdin -default_behaviors none \
    -i 203.0.113.205 -mi 203.0.113.205 -p 5060 -s 224 -r 1 -rate_increase 1 -rate_interval 5s -m 170 192.168.44.1:5060
play
wait_for A1
close_office
