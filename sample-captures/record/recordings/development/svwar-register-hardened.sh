# svwar asks by REGISTER for extensions of a server that challenges everyone: it learns nothing.
# Meanwhile the office telephones.
open_office -A WITH_HARDENED
add_attacker one 203.0.113.66
disguise friendly-scanner
start_office_capture
keep_alive 10
office_day 36 70
at 10 attack A1 scan one 5060 "svwar asks for 1000 to 1119 by REGISTER, and all are challenged alike." \
    "$(version_of svwar), changed to go on when all answers are alike" disguised svwar -b 203.0.113.66 -x 203.0.113.66 -P 5060 -t 0.1 --force -e 1000-1119 192.0.2.1
play
wait_for A1
close_office
