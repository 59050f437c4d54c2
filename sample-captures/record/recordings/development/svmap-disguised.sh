# svmap and svwar whose User-Agent was changed to that of a softphone. Meanwhile the office
# telephones.
open_office
add_attacker scanner 203.0.113.66
start_office_capture
keep_alive 10
office_day 33 70
disguise "Zoiper rv2.8"
at 8 attack A1 scan scanner 5060 "A svmap that says it is Zoiper asks 60 addresses by OPTIONS." \
    "$(version_of svmap)" disguised svmap -b 203.0.113.66 -x 203.0.113.66 -P 5060 -t 0.1 192.0.2.1-60
at 22 attack A2 scan scanner 5061 "A svmap that says it is Zoiper asks 30 addresses by INVITE." \
    "$(version_of svmap)" disguised svmap -b 203.0.113.66 -x 203.0.113.66 -P 5061 -t 0.2 -m INVITE 192.0.2.1-30
at 40 attack A3 scan scanner 5062 "A svwar that says it is Zoiper asks for 1000 to 1049 by REGISTER." \
    "$(version_of svwar)" disguised svwar -b 203.0.113.66 -x 203.0.113.66 -P 5062 -t 0.1 -e 1000-1049 192.0.2.1
play
wait_for A1 A2 A3
close_office
expect_said A3 '1001' '1012'
