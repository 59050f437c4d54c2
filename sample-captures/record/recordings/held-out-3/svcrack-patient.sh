# A svcrack whose User-Agent was changed tries words for one account of a server that challenges
# everyone, one every 1.4 seconds. A branch office behind address translation telephones meanwhile.
# The proxy's keep-alives have no Max-Forwards and do not name it.
tolerated="neither User-Agent nor Server|no Max-Forwards"
relocate example.com 5060 10.25.9 198.18.71 100.64.90
EXTENSIONS=(551 552 553 554)
EXISTING='^5[5-6][0-9]$'
WEAK=none
open_office -A WITH_NAT -A WITH_ROAMING -A WITH_HARDENED
add_branch 100.64.90.60 192.168.3 556 557 558
EXTENSIONS=(551 552 553 554 556 557 558)
add_attacker cracker 100.64.90.133
disguise "Bria 6.5.3 stamp 112233"
start_office_capture
keep_alive 19
office_day 305 135
words | sed -n '25,100p' >"$scratch/words"
at 12 attack A1 password_cracking cracker 5060 "A svcrack that says it is Bria tries 76 words as passwords of 553, one every 1.4 seconds; none is right." \
    "$(version_of svcrack)" disguised svcrack -b 100.64.90.133 -x 100.64.90.133 -P 5060 -t 1.4 -u 553 -d "$scratch/words" 10.25.9.1
play
wait_for A1
close_office
expect_said A1 'found nothing'
