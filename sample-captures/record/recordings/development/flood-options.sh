# sipsak and SIPp flood the proxy with OPTIONS, each from its own address. Meanwhile the office
# telephones.
open_office
add_attacker asker 203.0.113.66
add_attacker other 198.51.100.77
in_host asker tc qdisc add dev eth0 root tbf rate 1500kbit burst 5kb latency 2s
start_office_capture
keep_alive 10
office_day 55 65
at 15 attack A1 dos asker 5073 "sipsak sends 300 OPTIONS to the proxy as fast as its line allows." \
    "$(version_of sipsak)" sipsak -F -e 300 --symmetric --local-ip=203.0.113.66 \
    -H 203.0.113.66 -l 5073 -s sip:192.0.2.1
at 35 attack A2 dos other 5060 "SIPp sends 450 OPTIONS, 90 a second, and waits for no answer." \
    "$(version_of sipp)" env TERM=dumb sipp -sf "$here/sipp/flood-options.xml" -nostdin -default_behaviors none \
    -i 198.51.100.77 -p 5060 -s 1002 -r 90 -m 450 192.0.2.1:5060
play
wait_for A2
close_office
