#!/bin/sh
# /usr/local/sbin/cxolab: a command of the site with the settings of the service and as its user, such as: cxolab doctor
set -eu
set -a
. /etc/cxolab/settings.env
set +a
umask 077
cd /opt/cxolab/site
exec runuser -u cxolab -- ./Shiojiri.CxoLab.Web "$@"
