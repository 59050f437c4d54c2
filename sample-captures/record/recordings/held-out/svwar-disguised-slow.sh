# A svwar whose User-Agent was changed asks slowly, in no order, for extensions of a server that
# challenges everyone.
EXTENSIONS=(301 302 303 304 305 306 307 308)
EXISTING='^3[0-4][0-9]$'
WEAK=none
open_office -A WITH_HARDENED
add_attacker one 203.0.113.201
disguise "Linksys/SPA942-6.1.5(a)"
start_office_capture
keep_alive 21
office_day 104 150
seq 290 349 | shuf --random-source=<(yes) >"$scratch/extensions"
at 8 attack A1 scan one 5060 "A svwar that says it is a Linksys telephone asks for sixty extensions by REGISTER, one every two seconds." \
    "$(version_of svwar), changed to go on when all answers are alike" disguised svwar -b 203.0.113.201 -x 203.0.113.201 -P 5060 -t 2 --force -d "$scratch/extensions" 192.0.2.1
play
wait_for A1
close_office
