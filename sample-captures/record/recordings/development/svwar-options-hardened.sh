# svwar asks by OPTIONS for extensions of a server that challenges everyone: it learns nothing.
# Meanwhile the office telephones.
open_office -A WITH_HARDENED
add_attacker one 203.0.113.99
disguise friendly-scanner
start_office_capture
keep_alive 10
office_day 37 70
at 10 attack A1 scan one 5068 "svwar asks for 1000 to 1119 by OPTIONS, and all are challenged alike." \
    "$(version_of svwar), changed to go on when all answers are alike" disguised svwar -b 203.0.113.99 -x 203.0.113.99 -P 5068 -t 0.15 --force -m OPTIONS -e 1000-1119 192.0.2.1
play
wait_for A1
close_office
