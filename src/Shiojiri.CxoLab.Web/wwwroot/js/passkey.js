// Passkeys: a form with data-passkey asks the browser's passkeys and is then sent like any other form. Without this script, or
// in a browser without passkeys, the forms stay hidden.
(() => {
  'use strict';
  if (!window.PublicKeyCredential || !PublicKeyCredential.parseRequestOptionsFromJSON || !PublicKeyCredential.prototype.toJSON) return;
  for (const form of document.querySelectorAll('form[data-passkey]')) {
    form.hidden = false;
    const fault = form.querySelector('[data-passkey-fault]');
    form.addEventListener('submit', async (event) => {
      const field = form.elements.namedItem('Credential');
      if (field.value) return;
      event.preventDefault();
      if (fault) fault.hidden = true;
      try {
        const options = JSON.parse(form.dataset.passkeyOptions);
        const credential = form.dataset.passkey === 'create'
          ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
          : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
        field.value = JSON.stringify(credential.toJSON());
        form.submit();
      } catch {
        if (fault) fault.hidden = false;
      }
    });
  }
})();
