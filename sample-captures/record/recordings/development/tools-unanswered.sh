# What programs do when nobody answers: each sends to an address where no host is. Shows their timers
# and retransmissions.
add_host nobody 192.0.2.200
in_host nobody ip address del 192.0.2.200/24 dev eth0 # its hardware address stays known
unchecked=yes # requests without an answer are the point
PROXY=192.0.2.200
names=(sipp-invite sipp-options sipsak linphone baresip svmap svwar svcrack)
for n in "${!names[@]}"; do add_host "${names[n]}" "192.0.2.$((21 + n))"; done
start_capture
start sipp-invite sipp-invite env TERM=dumb timeout 40 sipp -sn uac -nostdin -m 1 -i 192.0.2.21 -p 5060 -s 1001 192.0.2.200:5060
start sipp-options sipp-options env TERM=dumb timeout 40 sipp -sf "$here/sipp/keepalive.xml" -nostdin -m 1 -i 192.0.2.22 -p 5060 192.0.2.200:5060
start sipsak sipsak sipsak --symmetric --local-ip=192.0.2.23 -H 192.0.2.23 -l 5060 -s sip:1001@192.0.2.200
start svmap svmap svmap -b 192.0.2.26 -x 192.0.2.26 -P 5060 192.0.2.200
start svwar svwar svwar -b 192.0.2.27 -x 192.0.2.27 -P 5060 -e 100-104 192.0.2.200
start svcrack svcrack svcrack -b 192.0.2.28 -x 192.0.2.28 -P 5060 -u 1001 -r 1000-1003 192.0.2.200
softphone baresip baresip 1005
tell baresip dial sip:1001@example.org
mkdir -p "$scratch/linphone"
linphone linphone linphone 1004 & # it waits for a registration that never comes
sleep 45
tell baresip quit || true
stop_capture
