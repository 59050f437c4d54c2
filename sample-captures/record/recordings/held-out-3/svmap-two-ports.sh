# svmap asks 64 addresses of an office's network on two ports by OPTIONS, in random order.
relocate pbx.example.net 5060 10.180.12 203.0.113 100.99.3
EXTENSIONS=(31 32 33 34 35 36 37)
EXISTING='^3[0-9]$'
WEAK=none
tshark_options=(-d udp.port==5065,sip)
open_office
add_attacker scanner 100.99.3.40
start_office_capture udp port 5060 or udp port 5065
keep_alive 9
office_day 301 62
# svmap's own --randomize asks only half of the addresses if there are two ports.
for n in $(seq 0 63); do echo "10.180.12.$((1 + n * 37 % 64))"; done >"$scratch/addresses"
at 14 attack A1 scan scanner 5077 "svmap asks 64 addresses on ports 5060 and 5065 by OPTIONS, in mixed order, 25 a second." \
    "$(version_of svmap)" svmap -b 100.99.3.40 -x 100.99.3.40 -P 5077 -p 5060,5065 -t 0.04 -I "$scratch/addresses"
play
wait_for A1
close_office
expect_said A1 '10.180.12.1:5060'
