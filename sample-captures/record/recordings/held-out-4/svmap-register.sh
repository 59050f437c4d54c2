# svmap asks forty addresses of an office's network by REGISTER, backwards.
relocate example.org 5060 10.19.64 198.18.33 198.19.31
EXTENSIONS=(2701 2702 2703 2704 2705 2706)
EXISTING='^27[0-3][0-9]$'
WEAK=none
open_office
add_attacker scanner 198.19.31.9
start_office_capture
keep_alive 8
office_day 401 55
for n in $(seq 40 -1 1); do echo "10.19.64.$n"; done >"$scratch/addresses"
at 15 attack A1 scan scanner 5060 "svmap asks forty addresses by REGISTER, backwards, eight a second." \
    "$(version_of svmap)" svmap -b 198.19.31.9 -x 198.19.31.9 -P 5060 -m REGISTER -t 0.12 -I "$scratch/addresses"
play
wait_for A1
close_office
