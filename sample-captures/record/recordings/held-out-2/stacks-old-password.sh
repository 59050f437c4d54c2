# An office with baresip, linphone (one by TCP) and SIPp; the phone of 5111 goes on registering with
# a password that was changed, and somebody mistypes another once.
# linphone does not name itself in every response.
tolerated="neither User-Agent nor Server"
relocate example.org 5060 10.31.7 203.0.113
EXTENSIONS=(5101 5102 5103 5104 5105 5106)
EXISTING='^51[0-4][0-9]$'
WEAK=none
LINPHONES=(5102 5105)
TCP_PHONES=(5103 5105)
MAX_PACKETS=5000
open_office -A WITH_TCP
add_users dect 10.31.7.45 5131 5134
add_host old 10.31.7.70
start_office_capture port 5060
keep_alive 17
office_day 226 120
at 4 softphone old old 5111 30 spring2024
at 55 new_phone 5112
for n in 1 2 3 4; do
    at "$((n * 22)).6" tell 5101 dial "sip:513$n@$DOMAIN"
    at "$((n * 22 + 8)).6" tell 5101 hangup
done
echo "5111 normal" >>"$scratch/users"
play
close_office
