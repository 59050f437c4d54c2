# Odd and wrong messages: every rule of MutationRun applied to four kinds of requests, then sipsak,
# which writes trash over an OPTIONS. Meanwhile the office telephones.
# sipsak draws anew each time: with one character in each of sixteen requests, all sent once, its
# recordings stay alike.
trash='for _ in {1..16}; do timeout 0.9 sipsak -R -t 1 --symmetric --timer-t1=1000'
trash+=' --local-ip=203.0.113.99 -H 203.0.113.99 -l 5072 -s sip:192.0.2.1; done; true'
open_office
add_attacker mutator 203.0.113.66
add_attacker trasher 203.0.113.99
start_office_capture
keep_alive 9
office_day 18 60
at 10 attack A1 mutation mutator 5060 "MutationRun sends 260 requests, each with one thing odd or wrong." \
    "MutationRun of this repository" "$java" "$mutation_run" 203.0.113.66 5060 192.0.2.1 5060 4475 100 \
    "$scratch/mutations.tsv"
at 45 attack A2 mutation trasher 5072 \
    "sipsak sends sixteen OPTIONS, each with one character replaced by another." \
    "$(version_of sipsak)" bash -c "$trash"
play
wait_for A1 A2
close_office
